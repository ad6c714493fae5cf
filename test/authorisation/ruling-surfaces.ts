import { act, type Surface } from './surface.ts';

/** Pages that arrange what happens in the inbox: queues, routing, norms, automatic rules, webhooks, the question afterwards. */
export const rulingSurfaces: Readonly<Record<string, Surface>> = {
  'answer/:token': { get: 'public', post: [act('public', { score: '4' })] },
  'organisation/webhooks': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { name: 'CRM', url: 'https://crm.example/hook' })],
  },
  'organisation/webhooks/:id': {
    get: 'organisation.manage',
    post: [
      act('organisation.manage', { act: 'change', name: 'CRM', url: 'https://crm.example/hook' }),
      act('organisation.manage', { act: 'rotate' }),
      act('organisation.manage', { act: 'test' }),
      act('organisation.manage', { act: 'off' }),
    ],
  },
  'organisation/webhooks/:id/deliveries/:delivery': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'again' })],
  },
  'organisation/questions': {
    get: 'organisation.manage',
    post: [
      act('organisation.manage', { queue: 'general', kind: 'csat', delay: '4', share: '100', quiet: '30' }),
    ],
  },
  'organisation/automatic-rules': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'up', key: 'r1' })],
  },
  'organisation/automatic-rules/:key': {
    get: 'organisation.manage',
    post: [
      act('organisation.manage', { act: 'keep', name: 'Bezorging', on: 'heard', 'a.note': 'kijk' }),
      act('organisation.manage', { act: 'once', queue: '' }),
    ],
  },
  'organisation/queues': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'make', name: 'Winkel' })],
  },
  'organisation/queues/:key': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'end' })],
  },
  'organisation/routing': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'up', key: 'r1' })],
  },
  'organisation/routing/:key': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'keep', name: 'Bezorging', queue: 'general' })],
  },
  'organisation/norms': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'up', key: 'n1' })],
  },
  'organisation/norms/:key': {
    get: 'organisation.manage',
    post: [act('organisation.manage', { act: 'keep', name: 'Gewoon', first: '1 u' })],
  },
};
