import { HashMark } from '#app/_ui/hash-mark.tsx'
import { placed } from '#app/_ui/placed.ts'
import type { ChangeValue } from '#lib/upstream/change.ts'

const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

const SAID: Readonly<Record<string, string>> = {
  gated_auto: 'gated, granted automatically',
  gated_manual: 'gated, granted by hand',
  withheld: 'private or deleted',
  disagree: 'disagree',
  agree: 'agree',
  'not-comparable': 'cannot be compared',
  'no-licence': 'no licence',
}

/** One side of a change, as people say it: a hash, a licence, an access, a name. */
export function ChangeValueMark({ value }: { value: ChangeValue }) {
  if (value === null) return <span className="text-muted">nothing</span>
  if (typeof value === 'string') return HASH.test(value) ? <HashMark hash={value} /> : (SAID[value] ?? value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="text-muted">nothing</span>
    return (
      <span className="inline-flex flex-wrap gap-x-2">
        {placed(value).map(({ place, item }) => (
          <ChangeValueMark key={place} value={item} />
        ))}
      </span>
    )
  }
  const { path, sha256, oid, commit } = value
  if (typeof path === 'string') {
    const hash = sha256 ?? oid
    return (
      <span className="inline-flex flex-wrap items-center gap-x-1">
        {path}
        {typeof hash === 'string' && <HashMark hash={hash} />}
      </span>
    )
  }
  if ('license' in value) {
    const { license, licenseName, licenseLink } = value
    const names = [license, licenseName].flat().filter((name) => typeof name === 'string')
    if (names.length > 0) return names.join(', ')
    return typeof licenseLink === 'string' ? licenseLink : <span className="text-muted">nothing</span>
  }
  if (typeof commit === 'string') return <HashMark hash={commit} />
  return <code className="font-mono text-xs break-all">{JSON.stringify(value)}</code>
}
