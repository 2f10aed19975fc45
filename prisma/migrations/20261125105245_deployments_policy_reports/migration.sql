-- CreateEnum
CREATE TYPE "Environment" AS ENUM ('production', 'staging', 'development', 'research');

-- CreateEnum
CREATE TYPE "Use" AS ENUM ('commercial', 'internal', 'research');

-- CreateEnum
CREATE TYPE "Exposure" AS ENUM ('internal', 'customers', 'embedded', 'redistributed');

-- CreateEnum
CREATE TYPE "AccessChannel" AS ENUM ('own_weights', 'hosted_open_weights', 'provider_api');

-- CreateTable
CREATE TABLE "deployments" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deployments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deployment_versions" (
    "deployment_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "model_id" UUID NOT NULL,
    "revision_id" UUID,
    "unknown_because" TEXT,
    "requested_revision" JSONB NOT NULL,
    "pinned_binding_id" UUID,
    "pinned_text_sha" TEXT,
    "name" TEXT NOT NULL,
    "environment" "Environment" NOT NULL,
    "purpose" TEXT NOT NULL,
    "use" "Use" NOT NULL,
    "exposure" "Exposure" NOT NULL,
    "access_channel" "AccessChannel" NOT NULL,
    "provider" TEXT,
    "owner" TEXT NOT NULL,
    "monthly_active_users" BIGINT,
    "regions" TEXT[],
    "starts_on" DATE,
    "is_retired" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "deployment_versions_pkey" PRIMARY KEY ("deployment_id","n")
);

-- CreateTable
CREATE TABLE "assessments" (
    "id" UUID NOT NULL,
    "deployment_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "rule_set_version" INTEGER NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "outcomes" JSONB NOT NULL,
    "duties" JSONB NOT NULL,
    "subject" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deployment_current" (
    "deployment_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "team_id" UUID NOT NULL,
    "team_slug" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "model_id" UUID NOT NULL,
    "model_name" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL,
    "environment" "Environment" NOT NULL,
    "use" "Use" NOT NULL,
    "exposure" "Exposure" NOT NULL,
    "access_channel" "AccessChannel" NOT NULL,
    "owner" TEXT NOT NULL,
    "licence_id" TEXT,
    "licence_basis" TEXT,
    "verdict" TEXT NOT NULL,
    "verdict_rank" INTEGER NOT NULL,
    "open_findings" INTEGER NOT NULL,
    "is_retired" BOOLEAN NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deployment_current_pkey" PRIMARY KEY ("deployment_id")
);

-- CreateTable
CREATE TABLE "rules" (
    "id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_versions" (
    "id" UUID NOT NULL,
    "rule_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "remedy" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "rule_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_sets" (
    "version" SERIAL NOT NULL,
    "rule_version_ids" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "findings" (
    "id" UUID NOT NULL,
    "rule_id" TEXT NOT NULL,
    "deployment_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "cause_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_episodes" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "rule_version_id" UUID NOT NULL,
    "deployment_version" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "because" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_episodes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episode_ends" (
    "episode_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "because" TEXT NOT NULL,

    CONSTRAINT "episode_ends_pkey" PRIMARY KEY ("episode_id")
);

-- CreateTable
CREATE TABLE "finding_decisions" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "comment" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_current" (
    "finding_id" UUID NOT NULL,
    "rule_id" TEXT NOT NULL,
    "deployment_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "severity" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "finding_current_pkey" PRIMARY KEY ("finding_id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "iso_week" TEXT NOT NULL,
    "audience_kind" TEXT NOT NULL,
    "audience_key" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "inputs_sha" TEXT NOT NULL,
    "corrects_id" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT NOT NULL,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "renditions" (
    "report_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "renditions_pkey" PRIMARY KEY ("report_id","format")
);

-- CreateIndex
CREATE UNIQUE INDEX "deployments_team_id_slug_key" ON "deployments"("team_id", "slug");

-- CreateIndex
CREATE INDEX "deployment_versions_model_id_idx" ON "deployment_versions"("model_id");

-- CreateIndex
CREATE INDEX "deployment_versions_revision_id_idx" ON "deployment_versions"("revision_id");

-- CreateIndex
CREATE INDEX "deployment_versions_pinned_binding_id_idx" ON "deployment_versions"("pinned_binding_id");

-- CreateIndex
CREATE INDEX "assessments_deployment_id_recorded_at_idx" ON "assessments"("deployment_id", "recorded_at");

-- CreateIndex
CREATE INDEX "deployment_current_is_retired_name_deployment_id_idx" ON "deployment_current"("is_retired", "name", "deployment_id");

-- CreateIndex
CREATE INDEX "deployment_current_is_retired_changed_at_deployment_id_idx" ON "deployment_current"("is_retired", "changed_at", "deployment_id");

-- CreateIndex
CREATE INDEX "deployment_current_is_retired_verdict_rank_deployment_id_idx" ON "deployment_current"("is_retired", "verdict_rank", "deployment_id");

-- CreateIndex
CREATE INDEX "deployment_current_is_retired_model_name_deployment_id_idx" ON "deployment_current"("is_retired", "model_name", "deployment_id");

-- CreateIndex
CREATE INDEX "deployment_current_is_retired_team_slug_deployment_id_idx" ON "deployment_current"("is_retired", "team_slug", "deployment_id");

-- CreateIndex
CREATE INDEX "deployment_current_team_id_is_retired_name_deployment_id_idx" ON "deployment_current"("team_id", "is_retired", "name", "deployment_id");

-- CreateIndex
CREATE INDEX "deployment_current_model_id_idx" ON "deployment_current"("model_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_versions_rule_id_n_key" ON "rule_versions"("rule_id", "n");

-- CreateIndex
CREATE INDEX "findings_deployment_id_idx" ON "findings"("deployment_id");

-- CreateIndex
CREATE UNIQUE INDEX "findings_rule_id_deployment_id_cause_key_key" ON "findings"("rule_id", "deployment_id", "cause_key");

-- CreateIndex
CREATE INDEX "finding_episodes_finding_id_idx" ON "finding_episodes"("finding_id");

-- CreateIndex
CREATE INDEX "finding_episodes_opened_at_idx" ON "finding_episodes"("opened_at");

-- CreateIndex
CREATE INDEX "episode_ends_ended_at_idx" ON "episode_ends"("ended_at");

-- CreateIndex
CREATE INDEX "finding_decisions_finding_id_at_idx" ON "finding_decisions"("finding_id", "at");

-- CreateIndex
CREATE INDEX "finding_current_is_open_since_finding_id_idx" ON "finding_current"("is_open", "since", "finding_id");

-- CreateIndex
CREATE INDEX "finding_current_team_id_is_open_idx" ON "finding_current"("team_id", "is_open");

-- CreateIndex
CREATE INDEX "finding_current_deployment_id_is_open_idx" ON "finding_current"("deployment_id", "is_open");

-- CreateIndex
CREATE UNIQUE INDEX "reports_iso_week_audience_kind_audience_key_edition_key" ON "reports"("iso_week", "audience_kind", "audience_key", "edition");

-- AddForeignKey
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment_versions" ADD CONSTRAINT "deployment_versions_deployment_id_fkey" FOREIGN KEY ("deployment_id") REFERENCES "deployments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment_versions" ADD CONSTRAINT "deployment_versions_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment_versions" ADD CONSTRAINT "deployment_versions_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment_versions" ADD CONSTRAINT "deployment_versions_pinned_binding_id_fkey" FOREIGN KEY ("pinned_binding_id") REFERENCES "bindings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_deployment_id_fkey" FOREIGN KEY ("deployment_id") REFERENCES "deployments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_rule_set_version_fkey" FOREIGN KEY ("rule_set_version") REFERENCES "rule_sets"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deployment_current" ADD CONSTRAINT "deployment_current_deployment_id_fkey" FOREIGN KEY ("deployment_id") REFERENCES "deployments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rules"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rules"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_deployment_id_fkey" FOREIGN KEY ("deployment_id") REFERENCES "deployments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_episodes" ADD CONSTRAINT "finding_episodes_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "findings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_episodes" ADD CONSTRAINT "finding_episodes_rule_version_id_fkey" FOREIGN KEY ("rule_version_id") REFERENCES "rule_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_ends" ADD CONSTRAINT "episode_ends_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "finding_episodes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_decisions" ADD CONSTRAINT "finding_decisions_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "findings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_current" ADD CONSTRAINT "finding_current_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "findings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_inputs_sha_fkey" FOREIGN KEY ("inputs_sha") REFERENCES "blobs"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blobs"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- only SQL can say: append-only
create trigger "assessments_append_only" before update or delete on "assessments" for each row execute function refuse_change();
create trigger "assessments_no_truncate" before truncate on "assessments" for each statement execute function refuse_change();
create trigger "deployment_versions_append_only" before update or delete on "deployment_versions" for each row execute function refuse_change();
create trigger "deployment_versions_no_truncate" before truncate on "deployment_versions" for each statement execute function refuse_change();
create trigger "episode_ends_append_only" before update or delete on "episode_ends" for each row execute function refuse_change();
create trigger "episode_ends_no_truncate" before truncate on "episode_ends" for each statement execute function refuse_change();
create trigger "finding_decisions_append_only" before update or delete on "finding_decisions" for each row execute function refuse_change();
create trigger "finding_decisions_no_truncate" before truncate on "finding_decisions" for each statement execute function refuse_change();
create trigger "finding_episodes_append_only" before update or delete on "finding_episodes" for each row execute function refuse_change();
create trigger "finding_episodes_no_truncate" before truncate on "finding_episodes" for each statement execute function refuse_change();
create trigger "renditions_append_only" before update or delete on "renditions" for each row execute function refuse_change();
create trigger "renditions_no_truncate" before truncate on "renditions" for each statement execute function refuse_change();
create trigger "reports_append_only" before update or delete on "reports" for each row execute function refuse_change();
create trigger "reports_no_truncate" before truncate on "reports" for each statement execute function refuse_change();
create trigger "rule_sets_append_only" before update or delete on "rule_sets" for each row execute function refuse_change();
create trigger "rule_sets_no_truncate" before truncate on "rule_sets" for each statement execute function refuse_change();
create trigger "rule_versions_append_only" before update or delete on "rule_versions" for each row execute function refuse_change();
create trigger "rule_versions_no_truncate" before truncate on "rule_versions" for each statement execute function refuse_change();
-- end
