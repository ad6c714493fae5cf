import { attachmentOf } from '../../conversations/delivering/attachments.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import type { Route } from './+types/attachment.ts';

/** A file that came with a message. Always as a file: nothing in it is shown or run here. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  const { name, content } = await attachmentOf(ctx, params.id, params.attachment);
  return new Response(Buffer.from(content), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="bijlage"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
