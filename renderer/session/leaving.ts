/**
 * Who has something to keep before the page goes (lock, end of the program, signing out). What they keep,
 * they keep through the data port, which is still open then.
 */
type Keep = () => Promise<void>;

const keepers = new Set<Keep>();

export function beforeLeaving(keep: Keep): () => void {
  keepers.add(keep);
  return () => {
    keepers.delete(keep);
  };
}

/** Nobody's failure keeps the others from keeping. */
export async function keepAll(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()));
}
