import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('layout/start.ts'),
  route('sign-in', 'session/sign-in-page.tsx'),
  route('setup', 'session/setup-page.tsx'),
  route('sign-out', 'session/sign-out.ts'),
  route('api', 'api-docs/api-docs-page.tsx'),
  route('preferences/locale', 'preferences/locale.ts'),
  route('preferences/theme', 'preferences/theme.ts'),
  layout('layout/signed-in.tsx', [
    layout('inbox/inbox-frame.tsx', [
      route('inbox', 'inbox/inbox-page.tsx'),
      route('conversations/:id', 'inbox/conversation-page.tsx'),
    ]),
    route('inbox/list', 'inbox/list.ts'),
    route('customers', 'customers/customers-page.tsx'),
    route('customers/:id', 'customers/customer-page.tsx'),
    route('journey', 'journey/journey-page.tsx'),
    route('journey/indicators/:code', 'journey/indicator-page.tsx'),
    route('understanding', 'understanding/heads-page.tsx'),
    route('understanding/:head', 'understanding/head-page.tsx'),
    route('understanding/:head/labelling', 'understanding/labelling-page.tsx'),
    route('imports', 'imports/imports-page.tsx'),
    route('imports/:id', 'imports/import-page.tsx'),
    route('imports/:id/rejected', 'imports/rejected.ts'),
  ]),
  route('*', 'layout/nowhere.ts'),
] satisfies RouteConfig;
