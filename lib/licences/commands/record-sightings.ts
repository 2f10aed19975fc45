import type { Tx } from '#lib/db/client.ts'

/** Notes that these texts stood at these paths of a revision. Noting it twice is no error. */
export async function recordSightings(
  tx: Tx,
  revisionId: string,
  files: readonly { path: string; sha256: string }[],
  at: Date,
): Promise<void> {
  await tx.textSighting.createMany({
    data: files.map((file) => ({ revisionId, path: file.path, textSha: file.sha256, at })),
    skipDuplicates: true,
  })
}
