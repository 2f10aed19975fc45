'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { OnDemandPointer } from './on-demand-pointer.tsx'

/** What every page needs once, around the body's content. */
export function UiProviders({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <CSPProvider nonce={nonce}>
      <NuqsAdapter>{children}</NuqsAdapter>
      <OnDemandPointer />
    </CSPProvider>
  )
}
