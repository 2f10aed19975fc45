-- DropIndex
DROP INDEX "deployment_current_team_id_is_retired_name_deployment_id_idx";

-- CreateIndex
CREATE INDEX "deployment_current_team_id_is_retired_verdict_rank_deployme_idx" ON "deployment_current"("team_id", "is_retired", "verdict_rank", "deployment_id");

-- CreateIndex
CREATE INDEX "finding_current_is_open_decided_at_team_id_idx" ON "finding_current"("is_open", "decided_at", "team_id");
