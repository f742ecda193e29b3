import { createServer, type AddressInfo, type Server } from 'node:net';

/** Ports of this machine that nobody uses. All are open at once, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const open = await Promise.all(Array.from({ length: count }, listen));
  const ports = open.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(open.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      resolve(probe);
    });
  });
}
