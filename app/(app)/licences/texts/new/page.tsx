import type { Metadata } from 'next'
import { pageCtx } from '#app/_server/request.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { may } from '#lib/auth/permissions.ts'
import { UPLOAD_CHANNELS, type UploadChannel } from '#lib/licences/text-upload.ts'
import { UploadForm } from './upload-form.tsx'

export const metadata: Metadata = { title: 'Bring a licence text' }

const WAYS: Readonly<Record<UploadChannel, { label: string; title: string; sentence: string }>> = {
  file: {
    label: 'File',
    title: 'A file',
    sentence: 'Kept byte for byte. Up to 1 MB of text; UTF-8, UTF-16 with its mark or windows-1252.',
  },
  paste: {
    label: 'Words',
    title: 'Words to paste',
    sentence: 'Kept as UTF-8, line by line as they stand here.',
  },
  url: {
    label: 'Address',
    title: 'An address to fetch',
    sentence: 'Fetched once, now, and kept as it was served; a page is kept as the page it is.',
  },
}

/** Where a licence text enters that no hub holds: a file, pasted words, or an address. */
export default async function BringTextPage({ searchParams }: PageProps<'/licences/texts/new'>) {
  const { actor } = await pageCtx('licence:upload')
  const { by, url } = await searchParams
  const given = typeof url === 'string' ? url.slice(0, 2_000) : ''
  const way = UPLOAD_CHANNELS.find((one) => one === by) ?? (given === '' ? 'file' : 'url')
  const { title, sentence } = WAYS[way]
  return (
    <>
      <PageHeader
        title="Bring a licence text"
        sentence="For texts no hub holds, and for documents a licence only points to. It is identified at once, and where it came from is kept with it."
        breadcrumbs={[{ label: 'Licences', href: '/licences' }]}
      />
      <Tabs
        label="How it comes"
        tabs={UPLOAD_CHANNELS.map((one) => ({
          label: WAYS[one].label,
          href: `/licences/texts/new?by=${one}`,
          isCurrent: one === way,
        }))}
      />
      <Section title={title} sentence={sentence}>
        <UploadForm key={way} channel={way} url={given} mayAllowPrivate={may(actor, 'source:manage')} />
      </Section>
    </>
  )
}
