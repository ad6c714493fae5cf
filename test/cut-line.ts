import net, { type AddressInfo, type Socket } from 'node:net';

/** A line to a server that can be cut: nothing gets through, or the answer to a whole mail gets lost. */
export interface CutLine {
  port: number;
  /** open: as it is. cut: nobody gets through. deaf: a mail gets through, and the line breaks before its answer. */
  state: 'open' | 'cut' | 'deaf';
  close(): Promise<void>;
}

export async function cutLine(to: number): Promise<CutLine> {
  const sockets = new Set<Socket>();
  const server = net.createServer((near) => {
    keep(near);
    if (line.state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = net.connect(to, '127.0.0.1');
    keep(far);
    let tail = '';
    let lost = false;
    near.on('data', (chunk: Buffer) => {
      far.write(chunk);
      tail = (tail + chunk.toString('latin1')).slice(-8);
      if (line.state !== 'deaf' || !tail.includes('\r\n.\r\n')) return;
      lost = true;
      // The other side has it whole by then, and says so to nobody.
      far.once('data', () => near.resetAndDestroy());
    });
    far.on('data', (chunk) => {
      if (!lost) near.write(chunk);
    });
    near.on('close', () => far.end());
    far.on('close', () => near.end());
  });
  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const line: CutLine = {
    port: (server.address() as AddressInfo).port,
    state: 'open',
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return line;
}
