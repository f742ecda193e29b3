/**
 * @param {string | undefined} chosen the port from the command line; by default `PORT`, then 4173
 * @returns {number} throws a sentence for the user if it isn't a port
 */
export function portFrom(chosen) {
  const text = chosen ?? process.env['PORT'] ?? '4173';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`"${text}" is not a port. Choose a whole number up to 65535.`);
}

/**
 * @param {unknown} error
 * @param {string | undefined} chosen
 * @param {string} command what starts the server, for the suggested command
 * @returns {string}
 */
export function explainServerError(error, chosen, command) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const port = portFrom(chosen);
    return [
      `Port ${port} is in use by another program, or by another Tokentab.`,
      `Close that one, or choose another port:  ${command} --port ${port === 65535 ? 4173 : port + 1}`,
      '(A browser keeps separate data for each port: your usual data is on the usual port.)',
    ].join('\n');
  }
  if (code === 'EACCES') return `You may not open port ${portFrom(chosen)}. Choose one above 1023.`;
  return error instanceof Error ? error.message : String(error);
}
