import type { ReactNode } from 'react'
import { ProductMark } from '#app/_ui/product-mark.tsx'

/** The frame of the pages that come before a sign-in. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-12">
      <ProductMark />
      {children}
    </main>
  )
}
