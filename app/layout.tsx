import './globals.css'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { readPreferences } from './_ui/preferences.ts'
import { UiProviders } from './_ui/ui-providers.tsx'

export const metadata: Metadata = {
  title: { default: 'Weighbridge', template: '%s · Weighbridge' },
  description: 'Which open-weight models this company stands on, under which licence, and what changed.',
}

/** The document of every page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? ''
  const { theme } = await readPreferences()
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} suppressHydrationWarning>
      <body>
        <UiProviders nonce={nonce}>{children}</UiProviders>
      </body>
    </html>
  )
}
