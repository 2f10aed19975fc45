import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { Actor } from '#lib/auth/actor.ts'
import { may } from '#lib/auth/permissions.ts'
import type { SourceRow } from '#lib/upstream/queries/sources.ts'
import { LookNowForm } from './look-now-form.tsx'
import { RefreshWhile } from './refresh-while.tsx'

interface FirstStepsProps {
  actor: Actor
  source: SourceRow | undefined
  isLookedAt: boolean
  isRegistered: boolean
  now: Date
}

/** The two ways on after set-up. Each stands until it was gone once; neither has to come first. */
export function FirstSteps({ actor, source, isLookedAt, isRegistered, now }: FirstStepsProps) {
  return (
    <section aria-label="First steps" className="grid rounded border bg-surface md:grid-cols-2">
      <Step
        title="Look at the hub"
        isDone={isLookedAt}
        sentence={
          source
            ? `Reads every repository of ${source.owner} at ${hostOf(source.endpoint)}: licence texts, cards, access. What it finds first is the baseline; from then on every difference is a change.`
            : 'No source is watched yet.'
        }
      >
        {source && <Look actor={actor} source={source} now={now} />}
      </Step>
      <Step
        title="Register a deployment"
        isDone={isRegistered}
        sentence="Say which model a team runs, where and for what. It is judged at once against the rules, and again whenever something upstream moves."
      >
        {may(actor, 'deployment:register') ? (
          <ButtonLink href="/deployments/new" variant={isLookedAt ? 'primary' : 'secondary'}>
            Register a deployment
          </ButtonLink>
        ) : (
          <p className="text-muted">Members of a team and administrators can.</p>
        )}
      </Step>
    </section>
  )
}

function Look({ actor, source, now }: { actor: Actor; source: SourceRow; now: Date }) {
  const { running, lastLook } = source
  if (running) {
    const far = running.total === null ? `${running.done} so far` : `${running.done} of ${running.total} repositories`
    return (
      <div role="status" className="flex w-full max-w-md flex-col gap-2">
        <p>
          Looking since <TimeMark at={running.startedAt} now={now} />: {running.phase}, {far}.
        </p>
        <progress
          className="h-1.5 w-full accent-accent"
          aria-label="Progress of the look"
          value={running.done}
          max={running.total ?? undefined}
        />
        <RefreshWhile isActive />
      </div>
    )
  }
  return (
    <>
      {lastLook && lastLook.outcome !== 'complete' && (
        <p className="text-deny">
          The last look ({lastLook.outcome}) ended <TimeMark at={lastLook.endedAt} now={now} />
          {lastLook.message === null ? '.' : `: ${lastLook.message}`}
        </p>
      )}
      {may(actor, 'upstream:look') ? (
        <LookNowForm sourceId={source.id} label="Look at the hub now" />
      ) : (
        <p className="text-muted">Administrators and reviewers can have it looked at now; else the next hour does.</p>
      )}
    </>
  )
}

interface StepProps {
  title: string
  sentence: string
  isDone: boolean
  children: ReactNode
}

function Step({ title, sentence, isDone, children }: StepProps) {
  return (
    <div className="flex flex-col items-start gap-3 border-b p-5 last:border-b-0 md:border-e md:border-b-0 md:last:border-e-0">
      <div>
        <h2 className="flex items-center gap-2 text-reading font-semibold">
          {title}
          {isDone && (
            <span className="inline-flex items-center gap-1 text-sm font-normal text-ok">
              <Check aria-hidden className="size-4" strokeWidth={2} />
              done
            </span>
          )}
        </h2>
        <p className="mt-1 max-w-[60ch] text-muted">{sentence}</p>
      </div>
      {!isDone && children}
    </div>
  )
}

function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint
}
