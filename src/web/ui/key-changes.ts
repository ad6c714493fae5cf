const changed = 'polder:shortcuts';

/** Calls `listen` when keys were switched or changed, here or on another page of this browser. */
export function listenToKeys(listen: () => void): () => void {
  window.addEventListener(changed, listen);
  window.addEventListener('storage', listen);
  return () => {
    window.removeEventListener(changed, listen);
    window.removeEventListener('storage', listen);
  };
}

export function tellKeys(): void {
  window.dispatchEvent(new Event(changed));
}
