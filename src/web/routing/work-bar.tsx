import { Form, Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';

/** The next one, and the way to what was asked of the department. Asks the database nothing: the list is busy. */
export function WorkBar() {
  const { next, desk } = useWords().work;
  return (
    <div className="flex flex-wrap items-center gap-2 px-2 pb-2 xl:mt-5 xl:flex-col xl:items-stretch xl:px-0">
      <Form method="post" action={urls.nextConversation()}>
        <CsrfField />
        <Button size="small" tone="primary">
          {next}
        </Button>
      </Form>
      <Link to={urls.handOvers()} className="view-link">
        {desk}
      </Link>
    </div>
  );
}
