import { CircleCheck } from 'lucide-react'
import { TextLink } from '#app/_ui/text-link.tsx'

/** What became of a text that was brought: kept or held already, and what it was identified as. */
export function BroughtText({ result }: { result: Record<string, string> }) {
  const { sha256 = '', isNew, mediaType, verdict, licence, closest, finalUrl } = result
  const found = licence
    ? `${licence} (${verdict})`
    : closest
      ? `none of the known licences (${verdict}); closest is ${closest}`
      : `none of the known licences (${verdict})`
  return (
    <div role="status" className="rounded border bg-sunken p-4">
      <p className="flex items-center gap-2 font-medium">
        <CircleCheck aria-hidden className="size-4 text-ok" strokeWidth={1.75} />
        {isNew === 'yes' ? 'Kept.' : 'These very bytes were held already; that you brought them is recorded.'}
      </p>
      <p className="mt-1 max-w-[80ch] [overflow-wrap:anywhere]">
        Identified as {found}
        {mediaType === 'text/html' && '. It is a web page, and is kept as one'}
        {finalUrl && `. It came from ${finalUrl}`}.{' '}
        <TextLink href={`/licences/texts/${sha256}`}>Read the text</TextLink>
      </p>
    </div>
  )
}
