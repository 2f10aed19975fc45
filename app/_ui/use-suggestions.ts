import { useEffect, useState } from 'react'

export interface Suggestion {
  /** What is sent, and stands in the field once picked. */
  value: string
  /** Said beside it: publisher, openness, why it is offered. */
  detail?: string | undefined
}

export type Suggestions =
  | { state: 'idle' }
  | { state: 'searching' }
  | { state: 'failed' }
  | { state: 'answered'; items: Suggestion[] }

const PAUSE = 200

/** Asks `url?q=…` once typing pauses. A newer question makes an older answer void. */
export function useSuggestions(url: string, asked: string): Suggestions {
  const [answer, setAnswer] = useState<{ asked: string; suggestions: Suggestions }>()
  useEffect(() => {
    if (asked === '') return
    const stop = new AbortController()
    const settle = (suggestions: Suggestions) => {
      if (!stop.signal.aborted) setAnswer({ asked, suggestions })
    }
    const timer = setTimeout(() => {
      askForSuggestions(url, asked, stop.signal).then(
        (items) => settle({ state: 'answered', items }),
        () => settle({ state: 'failed' }),
      )
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked, url])
  if (asked === '') return { state: 'idle' }
  return answer?.asked === asked ? answer.suggestions : { state: 'searching' }
}

async function askForSuggestions(url: string, q: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`${url}?${new URLSearchParams({ q })}`, { signal })
  if (!response.ok) throw new Error(`The search answered ${response.status}.`)
  const body: { items: Suggestion[] } = await response.json()
  return body.items
}
