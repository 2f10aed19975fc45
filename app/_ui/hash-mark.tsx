import { CopyButton } from './copy-button.tsx'
import { OnDemand } from './on-demand.tsx'
import { words } from './words.ts'

/** A hash or commit: its first eight characters, the whole on demand, and a button to copy it. */
export function HashMark({ hash }: { hash: string }) {
  const short = hash.slice(0, 8)
  return (
    <span className="inline-flex items-center whitespace-nowrap">
      <OnDemand mark={<code className="font-mono text-[0.92em]">{short}</code>}>
        <span className="mb-1 block text-muted">{words.hash.full}</span>
        <code className="block font-mono text-sm break-all select-all">{hash}</code>
      </OnDemand>
      <CopyButton value={hash} name={short} />
    </span>
  )
}
