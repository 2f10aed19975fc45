'use client'

import { errorOf, type FieldError } from '#app/_ui/field-error.ts'
import { Select } from '#app/_ui/select.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { ENVIRONMENT_WORDS, EXPOSURE_WORDS, FORM_LABELS, USE_WORDS } from '#lib/deployments/sentences.en.ts'
import { optionsOf } from './options-of.ts'

interface PlaceFieldsProps {
  values: Record<string, string>
  refusals: readonly FieldError[]
  teams: readonly { value: string; label: string }[]
  isTeamFixed: boolean
}

/** Who runs it, where, for what, and who can reach it. */
export function PlaceFields({ values, refusals, teams, isTeamFixed }: PlaceFieldsProps) {
  const field = (name: keyof typeof FORM_LABELS) => ({
    name,
    label: FORM_LABELS[name],
    error: errorOf(refusals, name),
    defaultValue: values[name],
  })
  return (
    <>
      <Select
        {...field('team')}
        options={teams}
        placeholder={isTeamFixed || teams.length === 1 ? null : undefined}
        help={isTeamFixed ? 'A deployment stays with its team.' : 'The teams you may register for.'}
      />
      <TextInput {...field('name')} autoComplete="off" help="What the team calls it; each name once within the team." />
      <Select {...field('environment')} options={optionsOf(ENVIRONMENT_WORDS)} />
      <TextArea
        {...field('purpose')}
        help="What it is for, in plain text, at most 2,000 characters. A reviewer decides by it."
      />
      <Select
        {...field('use')}
        options={optionsOf(USE_WORDS)}
        help="The kind of use the licence must allow. Commercial: it serves a product or earns money, directly or not."
      />
      <Select
        {...field('exposure')}
        options={optionsOf(EXPOSURE_WORDS)}
        help="Many duties begin where somebody outside is served, or is given a copy."
      />
      <TextInput
        {...field('monthlyActiveUsers')}
        inputMode="numeric"
        isOptional
        help="People who use it in a month; some licences turn on it. Left empty, it counts as not known, never as none."
      />
      <TextInput
        {...field('regions')}
        isOptional
        autoComplete="off"
        help="Where it is offered, as two-letter country codes such as DE, FR, US. Some licences leave places out."
      />
      <TextInput
        {...field('startsOn')}
        type="date"
        isOptional
        help="The day it goes live, today or later; empty when it already runs."
      />
      <TextInput
        {...field('owner')}
        type="email"
        autoComplete="off"
        help="E-mail address of the person who answers for it."
      />
    </>
  )
}
