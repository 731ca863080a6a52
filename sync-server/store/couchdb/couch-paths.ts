/** Paths of CouchDB: names and ids may hold any character, and only two prefixes keep their slash. */
export function databasePath(database: string): string {
  return `/${encodeURIComponent(database)}`;
}

export function documentPath(database: string, id: string): string {
  const prefix = ['_design/', '_local/'].find((reserved) => id.startsWith(reserved)) ?? '';
  return `${databasePath(database)}/${prefix}${encodeURIComponent(id.slice(prefix.length))}`;
}
