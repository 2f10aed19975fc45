/**
 * Tables whose rows are facts or judgements: nothing may change or remove them. Triggers refuse it for every role, and the role the
 * application runs as holds no such right. One list, read by the migration author, by the role set-up and by the tests.
 */
export const FACT_TABLES = [
  'assessments',
  'audit_events',
  'bindings',
  'blobs',
  'catalogue_loads',
  'change_statuses',
  'changes',
  'claims',
  'comparison_conclusions',
  'deployment_versions',
  'episode_ends',
  'finding_decisions',
  'finding_episodes',
  'git_objects',
  'identifications',
  'licence_texts',
  'look_ends',
  'look_issues',
  'looks',
  'memberships',
  'model_name_ends',
  'model_names',
  'model_relations',
  'observations',
  'reading_opinions',
  'reading_rules',
  'reading_terms',
  'readings',
  'renditions',
  'reports',
  'revisions',
  'rule_sets',
  'rule_versions',
  'seen_sets',
  'text_fingerprints',
  'text_sightings',
  'text_uploads',
] as const

/** SQL that makes one table append-only. */
export function appendOnlySql(table: string): string {
  return [
    `create trigger "${table}_append_only" before update or delete on "${table}" for each row execute function refuse_change();`,
    `create trigger "${table}_no_truncate" before truncate on "${table}" for each statement execute function refuse_change();`,
  ].join('\n')
}

/** The function those triggers call. */
export const REFUSE_CHANGE_SQL = `create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are facts: they are added, never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;`
