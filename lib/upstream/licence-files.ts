import { licenceFileRole } from '#lib/licences/licence-text.ts'
import type { LicenceFile } from './repository-state.ts'

/**
 * What became of one licence-like file between two revisions. `moved`: the same bytes under another path. `copied` and
 * `uncopied`: a path more or less for bytes that stand elsewhere too. Only `replaced`, `added` and `removed` change what is said.
 */
export type FollowedFile =
  | { how: 'kept' | 'moved' | 'replaced'; from: LicenceFile; to: LicenceFile }
  | { how: 'added' | 'copied'; from: null; to: LicenceFile }
  | { how: 'removed' | 'uncopied'; from: LicenceFile; to: null }

/** One object is one content, also where its bytes could be read in only one of the two looks. */
export function isSameText(one: LicenceFile, other: LicenceFile): boolean {
  return one.oid === other.oid || (one.sha256 !== null && one.sha256 === other.sha256)
}

const isSameRole = (one: LicenceFile, other: LicenceFile) => licenceFileRole(one.path) === licenceFileRole(other.path)

/** Takes out every pair that fits, in order, each file once. */
function takePairs(
  gone: LicenceFile[],
  fresh: LicenceFile[],
  fits: (was: LicenceFile, is: LicenceFile) => boolean,
): { from: LicenceFile; to: LicenceFile }[] {
  const pairs: { from: LicenceFile; to: LicenceFile }[] = []
  for (const from of [...gone]) {
    const to = fresh.find((is) => fits(from, is))
    if (to === undefined) continue
    pairs.push({ from, to })
    gone.splice(gone.indexOf(from), 1)
    fresh.splice(fresh.indexOf(to), 1)
  }
  return pairs
}

/**
 * Follows licence-like files by their content across paths: what stayed, then what only moved, then what was replaced under its
 * path or, for want of that, by a file of the same kind under another; the rest came or went.
 */
export function followLicenceFiles(before: readonly LicenceFile[], after: readonly LicenceFile[]): FollowedFile[] {
  const [gone, fresh] = [[...before], [...after]]
  const kept = takePairs(gone, fresh, (was, is) => was.path === is.path && isSameText(was, is))
  const moved = takePairs(gone, fresh, isSameText)
  const replaced = takePairs(gone, fresh, (was, is) => was.path === is.path)
  const isNews = (is: LicenceFile) => !before.some((was) => isSameText(was, is))
  const isLoss = (was: LicenceFile) => !after.some((is) => isSameText(was, is))
  const copies = fresh.filter((is) => !isNews(is))
  const uncopied = gone.filter((was) => !isLoss(was))
  const [lost, news] = [gone.filter(isLoss), fresh.filter(isNews)]
  const renamed = takePairs(lost, news, isSameRole)
  return [
    ...kept.map((pair) => ({ how: 'kept' as const, ...pair })),
    ...moved.map((pair) => ({ how: 'moved' as const, ...pair })),
    ...[...replaced, ...renamed].map((pair) => ({ how: 'replaced' as const, ...pair })),
    ...news.map((to) => ({ how: 'added' as const, from: null, to })),
    ...copies.map((to) => ({ how: 'copied' as const, from: null, to })),
    ...lost.map((from) => ({ how: 'removed' as const, from, to: null })),
    ...uncopied.map((from) => ({ how: 'uncopied' as const, from, to: null })),
  ]
}
