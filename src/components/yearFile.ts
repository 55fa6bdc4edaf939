/**
 * Fetches a JSON file of an archive in `src/data` that no page names: the built site keeps it at its name, the live preview under /_file.
 * @throws Error naming the file and the answer.
 */
export async function yearFile<T>(archive: string, name: string): Promise<T> {
  const built = await fetch(`./data/${archive}/${name}.json`);
  const response = built.ok ? built : await fetch(`./_file/data/${archive}/${name}.json`);
  if (!response.ok) throw new Error(`no ${archive}/${name}: ${response.status}`);
  return (await response.json()) as T;
}
