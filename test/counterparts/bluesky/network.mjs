// Starts a Bluesky network of one's own and says where it is, as one line of JSON; ends when its input ends. With
// DB_POSTGRES_URL and REDIS_HOST the whole of it; without, one server for accounts (PDS) and the register of names.
import { TestNetwork, TestNetworkNoAppView } from '@atproto/dev-env';

const whole = Boolean(process.env.DB_POSTGRES_URL && process.env.REDIS_HOST);
const network = whole
  ? await TestNetwork.create({ dbPostgresSchema: 'polder' })
  : await TestNetworkNoAppView.create();
process.stdout.write(`${JSON.stringify({ pds: network.pds.url, whole })}\n`);
process.stdin.resume();
process.stdin.on('end', async () => {
  await Promise.race([
    network.close().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, 3000)),
  ]);
  process.exit(0);
});
