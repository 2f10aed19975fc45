'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts'
import { Field, type FieldProps } from './field.tsx'
import { type Suggestions, useSuggestions } from './use-suggestions.ts'
import { words } from './words.ts'

interface ComboboxProps extends FieldProps {
  /** Answers `GET url?q=…` with `{ "items": [{ "value": "…", "detail": "…" }] }`. */
  url: string
  defaultValue?: string | undefined
  placeholder?: string | undefined
}

/**
 * A text field that suggests while one types. What stands in it is what is sent, picked or not, so that a name nobody
 * knows yet can be entered; the server judges it. Without script it is a plain text field.
 */
export function Combobox({ url, defaultValue = '', placeholder, ...field }: ComboboxProps) {
  const [value, setValue] = useState(defaultValue)
  const [asked, setAsked] = useState('')
  const [place, setPlace] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const suggestions = useSuggestions(url, asked)
  const items = suggestions.state === 'answered' ? suggestions.items : []
  const isOpen = asked !== ''

  useEffect(() => {
    // A list that opens below the fold is brought into sight.
    if (suggestions.state === 'answered') list.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [suggestions])

  function close() {
    setAsked('')
    setPlace(-1)
  }
  function pick(picked: string) {
    setValue(picked)
    close()
    // The form's guards listen for input; a value set from here makes none by itself.
    input.current?.dispatchEvent(new Event('input', { bubbles: true }))
    input.current?.focus()
  }
  function move(step: 1 | -1) {
    if (items.length === 0) return
    const next = (place + step + items.length + (place === -1 && step === -1 ? 1 : 0)) % items.length
    setPlace(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  function onKeyDown(event: KeyboardEvent) {
    const current = items[place]
    if (event.key === 'ArrowDown' && !isOpen) setAsked(value.trim())
    else if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp' && isOpen) move(-1)
    else if (event.key === 'Enter' && current) pick(current.value)
    else if (event.key === 'Escape' && isOpen) close()
    else return
    event.preventDefault()
  }

  return (
    <Field {...field}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            ref={input}
            type="text"
            name={field.name}
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? `${id}-list` : undefined}
            aria-activedescendant={place >= 0 ? `${id}-${place}` : undefined}
            onChange={(event) => {
              setValue(event.target.value)
              setAsked(event.target.value.trim())
              setPlace(-1)
            }}
            onKeyDown={onKeyDown}
            onBlur={close}
            className={`${CONTROL} ${CONTROL_HEIGHT}`}
          />
          <span role="status" className="sr-only">
            {statusOf(suggestions, asked)}
          </span>
          {isOpen && (
            <div className="absolute inset-x-0 top-full z-20 mt-1 rounded border bg-raised shadow-float">
              <p aria-hidden className="px-3 pt-2 pb-1 text-sm text-muted">
                {statusOf(suggestions, asked)}
              </p>
              <div
                ref={list}
                id={`${id}-list`}
                role="listbox"
                aria-label={field.label}
                className="max-h-80 overflow-y-auto overscroll-contain p-1 empty:hidden"
              >
                {items.map((item, index) => (
                  <div
                    key={item.value}
                    id={`${id}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === place}
                    onPointerMove={() => setPlace(index)}
                    // The field keeps the focus; losing it would close the list before the press arrives.
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => pick(item.value)}
                    onKeyDown={onKeyDown}
                    className={classNames(
                      'flex min-h-8 cursor-default flex-wrap items-center justify-between gap-x-3 rounded-sm px-2 py-1 text-sm pointer-coarse:min-h-11',
                      index === place && 'bg-sunken',
                    )}
                  >
                    <span className="[overflow-wrap:anywhere]">{item.value}</span>
                    {item.detail && <span className="text-muted">{item.detail}</span>}
                  </div>
                ))}
              </div>
            </div>
          )}
        </div>
      )}
    </Field>
  )
}

function statusOf(suggestions: Suggestions, asked: string): string {
  if (suggestions.state === 'searching') return words.combobox.searching
  if (suggestions.state === 'failed') return words.combobox.failed
  if (suggestions.state === 'idle') return ''
  return suggestions.items.length === 0 ? words.combobox.none(asked) : words.combobox.found(suggestions.items.length)
}
