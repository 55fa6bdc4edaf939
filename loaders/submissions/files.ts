/** Windows keeps a file locked for a moment after a virus scanner looked at it. */
export const PATIENTLY = {recursive: true, force: true, maxRetries: 5, retryDelay: 100} as const;

/** Text of a path inside SQL. */
export function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}
