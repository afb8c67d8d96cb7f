CREATE TABLE `account_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_links_account` ON `account_links` (`account_id`);--> statement-breakpoint
CREATE TABLE `activities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`account_id` integer,
	`kind` text NOT NULL,
	`survey_id` integer,
	`version_id` integer,
	`unit_id` integer,
	`subject_account_id` integer,
	`detail` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activities_survey` ON `activities` (`survey_id`);--> statement-breakpoint
CREATE INDEX `activities_at` ON `activities` (`at`);--> statement-breakpoint
CREATE TABLE `interviewer_points` (
	`survey_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`point_id` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `account_id`, `point_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interviewer_points_account` ON `interviewer_points` (`account_id`);--> statement-breakpoint
CREATE TABLE `survey_interviewers` (
	`survey_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`pseudonym` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`survey_id`, `account_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_interviewers_pseudonym` ON `survey_interviewers` (`survey_id`,`pseudonym`);--> statement-breakpoint
CREATE TABLE `invitation_batches` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`point_id` integer NOT NULL,
	`label` text NOT NULL,
	`size` integer NOT NULL,
	`expires_on` text,
	`created_at` text NOT NULL,
	`created_by` integer,
	`revoked_at` text,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_batches_survey` ON `invitation_batches` (`survey_id`);--> statement-breakpoint
CREATE INDEX `invitation_batches_point` ON `invitation_batches` (`point_id`);--> statement-breakpoint
CREATE TABLE `invitation_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`number` integer NOT NULL,
	`state` text DEFAULT 'unused' NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `invitation_batches`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `invitation_codes_batch` ON `invitation_codes` (`batch_id`,`number`);--> statement-breakpoint
CREATE TABLE `paper_batches` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`point_id` integer NOT NULL,
	`label` text NOT NULL,
	`fieldwork_on` text NOT NULL,
	`issued` integer NOT NULL,
	`returned` integer NOT NULL,
	`double_share` real NOT NULL,
	`seed` text NOT NULL,
	`state` text DEFAULT 'entering' NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	`finished_at` text,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_batches_survey` ON `paper_batches` (`survey_id`);--> statement-breakpoint
CREATE TABLE `paper_entries` (
	`batch_id` integer NOT NULL,
	`number` integer NOT NULL,
	`pass` integer NOT NULL,
	`packed` text,
	`reason` text,
	`entered_at` text NOT NULL,
	`entered_by` integer,
	`response_id` text,
	`resolved_at` text,
	`resolved_by` integer,
	PRIMARY KEY(`batch_id`, `number`, `pass`),
	FOREIGN KEY (`batch_id`) REFERENCES `paper_batches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `draft_revisions` (
	`draft_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`document` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` integer,
	PRIMARY KEY(`draft_id`, `revision`),
	FOREIGN KEY (`draft_id`) REFERENCES `questionnaire_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`saved_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `questionnaire_drafts` (
	`id` integer PRIMARY KEY NOT NULL,
	`owner_unit_id` integer NOT NULL,
	`sector` text NOT NULL,
	`title` text NOT NULL,
	`document` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`based_on_id` integer,
	`variant_name` text,
	`created_at` text NOT NULL,
	`created_by` integer,
	`changed_at` text NOT NULL,
	`changed_by` integer,
	FOREIGN KEY (`owner_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`based_on_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `version_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`from_version_id` integer NOT NULL,
	`to_version_id` integer NOT NULL,
	`from_item` text,
	`to_item` text,
	`link` text NOT NULL,
	FOREIGN KEY (`from_version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `version_links_to` ON `version_links` (`to_version_id`);--> statement-breakpoint
CREATE INDEX `version_links_from` ON `version_links` (`from_version_id`);--> statement-breakpoint
CREATE TABLE `response_imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`checksum` text NOT NULL,
	`provenance` text NOT NULL,
	`state` text NOT NULL,
	`bad_rows` text DEFAULT 'refuse' NOT NULL,
	`rows` integer,
	`good` integer,
	`bad` integer,
	`known` integer,
	`created_at` text NOT NULL,
	`created_by` integer,
	`finished_at` text,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `response_imports_survey` ON `response_imports` (`survey_id`);--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`seen_at` text,
	`seen_by` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seen_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alerts_unit` ON `alerts` (`unit_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_once` ON `alerts` (`survey_id`,`unit_id`,`kind`,`day`);--> statement-breakpoint
CREATE TABLE `draws` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`unit_id` integer,
	`method` text NOT NULL,
	`seed` text NOT NULL,
	`frame_size` integer NOT NULL,
	`sample_size` integer NOT NULL,
	`frame_checksum` text NOT NULL,
	`drawn` text NOT NULL,
	`drawn_at` text NOT NULL,
	`drawn_by` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drawn_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draws_survey` ON `draws` (`survey_id`);--> statement-breakpoint
CREATE TABLE `form_counts` (
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`channel` text NOT NULL,
	`issued` integer NOT NULL,
	`returned` integer,
	`changed_at` text NOT NULL,
	`changed_by` integer,
	PRIMARY KEY(`survey_id`, `unit_id`, `channel`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `survey_plans` (
	`survey_id` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unit_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`effective_on` text NOT NULL,
	`basis` text NOT NULL,
	`change` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` integer
);
--> statement-breakpoint
CREATE TABLE `unit_contacts` (
	`unit_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `language` text DEFAULT 'vi' NOT NULL;--> statement-breakpoint
ALTER TABLE `collection_points` ADD `open_hours` text;--> statement-breakpoint
ALTER TABLE `questionnaire_versions` ADD `official` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `questionnaire_versions` SET `official` = 1;--> statement-breakpoint
ALTER TABLE `questionnaire_versions` ADD `based_on_id` integer REFERENCES questionnaire_versions(id);--> statement-breakpoint
ALTER TABLE `questionnaire_versions` ADD `variant_name` text;--> statement-breakpoint
ALTER TABLE `questionnaire_versions` ADD `published_by` integer REFERENCES accounts(id);--> statement-breakpoint
ALTER TABLE `responses` ADD `import_id` integer REFERENCES response_imports(id);--> statement-breakpoint
ALTER TABLE `survey_units` ADD `target` integer;--> statement-breakpoint
ALTER TABLE `survey_units` ADD `population` integer;--> statement-breakpoint
ALTER TABLE `surveys` ADD `finalised_at` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `copied_from_id` integer REFERENCES surveys(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `surveys` ADD `sampling_plan` text;