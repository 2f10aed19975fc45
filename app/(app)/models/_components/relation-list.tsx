import { Fragment } from 'react'
import { GradeMark } from '#app/_ui/grade-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { RelatedModel } from '#lib/catalogue/queries/model-detail.ts'
import { relationText } from '#lib/catalogue/sentences.en.ts'

/** Related models under what they are to this one, each with who says so. */
export function RelationList({ relations, now }: { relations: RelatedModel[]; now: Date }) {
  const groups = Map.groupBy(relations, (relation) => relationText(relation.relation, relation.side))
  return (
    <dl className="flex flex-col gap-3">
      {[...groups].map(([heading, members]) => (
        <Fragment key={heading}>
          <div>
            <dt className="text-sm text-muted">
              {heading}
              {members.length > 1 && ` (${members.length})`}
            </dt>
            <dd>
              <ul className="mt-0.5 flex flex-col gap-0.5">
                {members.map((member) => (
                  <li
                    key={`${member.other.id} ${member.dataset}`}
                    className="flex flex-wrap items-center gap-x-2 [overflow-wrap:anywhere]"
                  >
                    <span className="min-w-0">
                      <TextLink href={`/models/${member.other.id}`}>{member.other.name}</TextLink>
                    </span>
                    <GradeMark
                      grade={member.grade}
                      who={`Catalogue: ${member.dataset}`}
                      at={member.recordedAt}
                      now={now}
                    />
                    <span className="text-xs text-muted">{member.confidence}</span>
                    {member.note && <span className="w-full text-sm text-muted">{member.note}</span>}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        </Fragment>
      ))}
    </dl>
  )
}
