'use client'

import { classNames } from '#app/_ui/class-names.ts'
import { Combobox } from '#app/_ui/combobox.tsx'
import { errorOf, type FieldError } from '#app/_ui/field-error.ts'
import { Select } from '#app/_ui/select.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { ACCESS_WORDS, FORM_LABELS, REVISION_WORDS } from '#lib/deployments/sentences.en.ts'
import { optionsOf } from './options-of.ts'

interface RunningFieldsProps {
  values: Record<string, string>
  refusals: readonly FieldError[]
  revisionKind: string
}

const VALUE_HELP: Readonly<Record<string, string>> = {
  commit:
    'The 40 hex digits of the commit that runs. A branch such as main is resolved now, and the commit it points to is pinned: later commits do not move it.',
  provider_snapshot: 'The name the provider gives the version it serves, such as qwen3-max-2025-09-23.',
  digest: 'The SHA-256 of the weights file or of a manifest: 64 hex digits.',
}

/** Which model, which exact revision, and how it is reached. */
export function RunningFields({ values, refusals, revisionKind }: RunningFieldsProps) {
  const isUnknown = revisionKind === 'unknown'
  const field = (name: keyof typeof FORM_LABELS) => ({
    name,
    label: FORM_LABELS[name],
    error: errorOf(refusals, name),
    defaultValue: values[name],
  })
  return (
    <>
      <Combobox
        // It keeps what is typed by itself; made anew when an answer of the server says otherwise.
        key={values['model']}
        {...field('model')}
        url="/deployments/model-search"
        placeholder="Qwen/Qwen3-8B"
        help="Search the catalogue, or write any name a hub knows, as it is spelt there. For a build of your own, the model it was made from."
      />
      <Select
        {...field('accessChannel')}
        options={optionsOf(ACCESS_WORDS)}
        help="Where the weights are while it runs. The licence of the weights and the terms of a provider are two things."
      />
      <TextInput {...field('provider')} isOptional help="Who hosts it. Needed unless it runs from weights you hold." />
      <Select
        {...field('revision.kind')}
        placeholder={null}
        options={optionsOf(REVISION_WORDS)}
        help="The licence text of this one revision is pinned. A revision no hub could confirm is accepted, and stays in review."
      />
      {/* Both stay in the form, so that going back and forth between the kinds loses nothing. */}
      <div className={classNames(isUnknown && 'hidden scripting-none:block')}>
        <TextInput
          {...field('revision.value')}
          spellCheck={false}
          autoComplete="off"
          help={VALUE_HELP[revisionKind] ?? VALUE_HELP['commit']}
        />
      </div>
      <div className={classNames(!isUnknown && 'hidden scripting-none:block')}>
        <TextArea
          {...field('revision.reason')}
          rows={3}
          help="Kept with the version. Nothing that is not known is ever shown as allowed."
        />
      </div>
    </>
  )
}
