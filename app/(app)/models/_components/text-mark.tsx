import { HashMark } from '#app/_ui/hash-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { Identification } from '#lib/licences/identify.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { identificationText } from './licence-words.ts'

interface TextMarkProps {
  sha256: string
  path?: string | undefined
  /** What it was identified as; or only the licence, where that is all that is at hand. */
  identification?: Identification | null | undefined
  licenceId?: string | null | undefined
}

/** One licence text: what it was identified as, where it stands, its hash, and the way to read it. */
export function TextMark({ sha256, path, identification, licenceId }: TextMarkProps) {
  const says =
    identification !== undefined
      ? identificationText(identification)
      : licenceId
        ? licenceName(licenceId)
        : 'none of the known licences'
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <TextLink href={`/licences/texts/${sha256}`}>{says}</TextLink>
      {path !== undefined && <code className="font-mono text-[0.92em] text-muted">{path}</code>}
      <HashMark hash={sha256} />
    </span>
  )
}
