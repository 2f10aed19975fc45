import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { Episode } from '#lib/deployments/queries/find-finding.ts'
import { END_WORDS, OPENED_WORDS } from '#lib/policy/sentences.en.ts'

interface EpisodeSectionProps {
  episodes: readonly Episode[]
  deploymentId: string
  now: Date
}

/** When the finding stood, each time with what opened and what closed it. */
export function EpisodeSection({ episodes, deploymentId, now }: EpisodeSectionProps) {
  return (
    <Section title="History" sentence="It opens and closes as facts; nothing here is rewritten." padding="flush">
      <ol>
        {episodes.map((episode) => (
          <li key={episode.id} className="border-b px-4 py-3 last:border-b-0">
            <p>
              Opened <TimeMark at={episode.openedAt} now={now} />.{' '}
              <span className="text-muted">{OPENED_WORDS[episode.openedBecause] ?? episode.openedBecause}</span>
            </p>
            <p>
              {episode.end ? (
                <>
                  Closed <TimeMark at={episode.end.at} now={now} />.{' '}
                  <span className="text-muted">{END_WORDS[episode.end.because]}</span>
                </>
              ) : (
                'It still stands.'
              )}
            </p>
            <p className="text-sm text-muted">
              Rule version {episode.ruleVersion}, judged over{' '}
              <TextLink href={`/deployments/${deploymentId}/versions#version-${episode.deploymentVersion}`}>
                version {episode.deploymentVersion}
              </TextLink>{' '}
              of the deployment
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
