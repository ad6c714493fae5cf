export type Trouble = 'unsupported' | 'refused' | 'failed';

/** What the server keeps of a browser. */
export interface Made {
  endpoint: string;
  p256dh: string;
  auth: string;
  browser: string;
}

/** Asks the browser to be reachable for this Polder: the worker, its leave, and its address with two keys. */
export async function subscribeHere(applicationKey: string, locale: string): Promise<Made | Trouble> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported';
  if ((await Notification.requestPermission()) !== 'granted') return 'refused';
  try {
    const worker = await navigator.serviceWorker.register(`/push-worker.js?locale=${locale}`);
    const subscription = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: applicationKey,
    });
    const { endpoint, keys } = subscription.toJSON();
    if (!endpoint || !keys?.p256dh || !keys.auth) return 'failed';
    return { endpoint, p256dh: keys.p256dh, auth: keys.auth, browser: browserName(navigator.userAgent) };
  } catch {
    return 'failed';
  }
}

/** Enough to know one's own devices apart: `Firefox, Android`. */
function browserName(agent: string): string {
  const browser = /(Edg|Firefox|Chrome|Safari)\b/.exec(agent)?.[1]?.replace('Edg', 'Edge') ?? 'Browser';
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(agent)?.[1] ?? '';
  return system ? `${browser}, ${system}` : browser;
}
