/** Runs SQL on the main database while no tab is open. */
export async function rawSql(sql: string, options: { keepCopy?: boolean } = {}): Promise<unknown[][]> {
  const worker = new Worker(new URL('./raw-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<unknown[][]>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<unknown[][]>) => resolve(event.data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ sql, keepCopy: options.keepCopy ?? false });
    });
  } finally {
    worker.terminate();
  }
}
