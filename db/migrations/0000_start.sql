CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`display_name` text NOT NULL,
	`password_hash` text NOT NULL,
	`must_change_password` integer DEFAULT false NOT NULL,
	`role` text NOT NULL,
	`unit_id` integer NOT NULL,
	`sector` text,
	`active` integer DEFAULT true NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_username_unique` ON `accounts` (`username`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `collection_points` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collection_points_code_unique` ON `collection_points` (`code`);--> statement-breakpoint
CREATE INDEX `collection_points_unit` ON `collection_points` (`unit_id`);--> statement-breakpoint
CREATE TABLE `database_marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `questionnaire_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`sector` text NOT NULL,
	`title` text NOT NULL,
	`source` text NOT NULL,
	`document` text NOT NULL,
	`checksum` text NOT NULL,
	`collectable` integer DEFAULT true NOT NULL,
	`published_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaire_versions_checksum_unique` ON `questionnaire_versions` (`checksum`);--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaire_versions_code_version` ON `questionnaire_versions` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `version_verifications` (
	`id` integer PRIMARY KEY NOT NULL,
	`version_id` integer NOT NULL,
	`verified_by` text NOT NULL,
	`verified_on` text NOT NULL,
	`original_document` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `version_verifications_version` ON `version_verifications` (`version_id`);--> statement-breakpoint
CREATE TABLE `reform_plans` (
	`year` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reform_tasks` (
	`plan_year` integer NOT NULL,
	`number` integer NOT NULL,
	`task` text NOT NULL,
	PRIMARY KEY(`plan_year`, `number`),
	FOREIGN KEY (`plan_year`) REFERENCES `reform_plans`(`year`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `response_texts` (
	`response_sequence` integer NOT NULL,
	`field` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`response_sequence`, `field`),
	FOREIGN KEY (`response_sequence`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`response_id` text NOT NULL,
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`point_id` integer,
	`channel` text NOT NULL,
	`language` text NOT NULL,
	`interviewer` text,
	`started_at` text,
	`finished_at` text NOT NULL,
	`packed` text NOT NULL,
	`flags` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_responseId_unique` ON `responses` (`response_id`);--> statement-breakpoint
CREATE INDEX `responses_survey_unit` ON `responses` (`survey_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `survey_points` (
	`survey_id` integer NOT NULL,
	`point_id` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `point_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_points_point` ON `survey_points` (`point_id`);--> statement-breakpoint
CREATE TABLE `survey_units` (
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `unit_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_units_unit` ON `survey_units` (`unit_id`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`version_id` integer NOT NULL,
	`owner_unit_id` integer NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`basis` text NOT NULL,
	`simulated` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "surveys_window" CHECK("surveys"."opens_on" <= "surveys"."closes_on")
);
--> statement-breakpoint
CREATE TABLE `unit_lineage` (
	`old_unit_id` integer NOT NULL,
	`new_unit_id` integer NOT NULL,
	`relation` text NOT NULL,
	`effective_on` text NOT NULL,
	PRIMARY KEY(`old_unit_id`, `new_unit_id`, `effective_on`),
	FOREIGN KEY (`old_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`new_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unit_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` integer,
	`valid_from` text,
	`valid_to` text,
	`sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_versions_days" CHECK("unit_versions"."valid_from" is null or "unit_versions"."valid_to" is null or "unit_versions"."valid_from" <= "unit_versions"."valid_to")
);
--> statement-breakpoint
CREATE INDEX `unit_versions_unit` ON `unit_versions` (`unit_id`);--> statement-breakpoint
CREATE INDEX `unit_versions_parent` ON `unit_versions` (`parent_id`);--> statement-breakpoint
CREATE INDEX `unit_versions_code` ON `unit_versions` (`code`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_key_unique` ON `units` (`key`);