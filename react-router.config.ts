import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src/web',
  buildDirectory: 'build',
  ssr: true,
  // All routes are known from the first page on: no extra requests to discover them, nothing to guess at.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
