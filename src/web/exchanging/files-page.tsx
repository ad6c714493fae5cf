import { Form as GetForm, Link } from 'react-router';
import { listExchanges } from '../../customers/exchanging/exchange.ts';
import { exportFormats } from '../../customers/exchanging/exporting.ts';
import { exchangeKinds } from '../../customers/exchanging/kind.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { plain } from '../customers/loading-customer.ts';
import { CustomerTabs } from '../customers/tabs.tsx';
import { WhyFields } from '../customers/why-fields.tsx';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Age } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { RefusedNotice } from '../ui/refused-notice.tsx';
import { Table } from '../ui/table.tsx';
import { largestUpload, UploadCard } from '../ui/upload-card.tsx';
import type { Route } from './+types/files-page.ts';

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.exchange');
  const files = (await listExchanges(ctx)).map(({ id: _, path: __, ...file }) => file);
  return { files: plain(files), refused: url.searchParams.get('refused') };
}

export default function FilesPage({ loaderData: { files, refused } }: Route.ComponentProps) {
  const { exchanging } = useWords();
  return (
    <div className="max-w-5xl">
      <PageHeader title={exchanging.title} lead={exchanging.lead} />
      <CustomerTabs current="exchange" />
      {refused && <RefusedNotice code={refused} />}
      <div className="grid items-start gap-5 md:grid-cols-2">
        <Upload />
        <Export />
      </div>
      {files.length > 0 && <Earlier files={files} />}
    </div>
  );
}

/** A file of customers, orders, invoices or deliveries. */
function Upload() {
  const { exchanging, imports } = useWords();
  const tooLarge = { bytes: largestUpload, why: imports.upload.tooLarge };
  return (
    <UploadCard action={urls.customerFileUpload()} words={exchanging.upload} tooLarge={tooLarge}>
      <p className="mt-4">
        <Link to={urls.customerFilesGuide()} className="link">
          {exchanging.guide.link}
        </Link>
      </p>
    </UploadCard>
  );
}

/** A question with an address: the answer is the file. */
function Export() {
  const { exchanging } = useWords();
  const words = exchanging.export;
  return (
    <Card title={words.title}>
      <p className="mb-4 text-sm text-soft">{words.why}</p>
      <GetForm method="get" action={urls.customerExport()} reloadDocument>
        <Select
          name="kind"
          label={words.kind}
          options={exchangeKinds.map((value) => ({ value, label: exchanging.kinds[value] }))}
        />
        <Select
          name="format"
          label={words.format}
          options={exportFormats.map((value) => ({ value, label: words.formats[value] }))}
        />
        <WhyFields />
        <Button icon="download">{words.submit}</Button>
      </GetForm>
    </Card>
  );
}

function Earlier({ files }: { files: Route.ComponentProps['loaderData']['files'] }) {
  const { exchanging } = useWords();
  const { list } = exchanging;
  const { number } = useFormats();
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-lg">{list.title}</h2>
      <Table
        caption={list.title}
        hideCaption
        rows={files}
        rowKey={(row) => row.publicId}
        columns={[
          {
            key: 'file',
            label: list.file,
            heading: true,
            cell: (row) => (
              <Link to={urls.customerFile(row.publicId)} className="link break-all">
                {row.fileName}
              </Link>
            ),
          },
          {
            key: 'kind',
            label: list.kind,
            wideOnly: true,
            cell: (row) => (row.kind ? exchanging.kinds[row.kind] : ''),
          },
          { key: 'state', label: list.state, cell: (row) => exchanging.states[row.state] },
          { key: 'new', label: list.new, figures: true, cell: (row) => number(row.new) },
          {
            key: 'changed',
            label: list.changed,
            figures: true,
            wideOnly: true,
            cell: (row) => number(row.changed),
          },
          {
            key: 'rejected',
            label: list.rejected,
            figures: true,
            wideOnly: true,
            cell: (row) => number(row.rejected),
          },
          {
            key: 'when',
            label: list.when,
            figures: true,
            wideOnly: true,
            cell: (row) => <Age at={row.createdAt} />,
          },
        ]}
      />
    </section>
  );
}
