import type { Metadata } from 'next'
import { ProductMark } from './_ui/product-mark.tsx'
import { TextLink } from './_ui/text-link.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** An address that no page has. */
export default function NotFound() {
  return (
    <main id="content" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-12">
      <ProductMark />
      <div>
        <h1 className="text-title font-semibold tracking-tight">Not found</h1>
        <p className="mt-1 text-muted">No page has this address. It may be mistyped.</p>
      </div>
      <p>
        <TextLink href="/">To the overview</TextLink>
      </p>
    </main>
  )
}
