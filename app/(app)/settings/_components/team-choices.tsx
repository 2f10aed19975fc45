import type { FieldError } from '#app/_ui/field-error.ts'
import { FieldErrorLine } from '#app/_ui/field-error-line.tsx'

interface TeamChoicesProps {
  teams: { slug: string; name: string }[]
  chosen: readonly string[]
  error?: FieldError | undefined
}

/** The teams a person belongs to. */
export function TeamChoices({ teams, chosen, error }: TeamChoicesProps) {
  return (
    <fieldset
      // A box keeps what was ticked across an answer only when it is made anew.
      key={chosen.join(' ')}
      id="field-teams"
      className="max-w-xl"
      aria-describedby={error ? 'field-teams-error' : undefined}
    >
      <legend className="mb-1 font-medium">
        Teams <span className="font-normal text-muted">(matters for members)</span>
      </legend>
      {teams.length === 0 && <p className="text-sm text-muted">There is no team yet.</p>}
      <div className="flex max-h-60 flex-wrap gap-x-6 gap-y-1 overflow-y-auto">
        {teams.map((team) => (
          <label key={team.slug} className="inline-flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              name="teams[]"
              value={team.slug}
              defaultChecked={chosen.includes(team.slug)}
              className="size-4 accent-accent"
            />
            {team.name}
          </label>
        ))}
      </div>
      {error && <FieldErrorLine id="field-teams-error" error={error} />}
    </fieldset>
  )
}
