CREATE TABLE `api_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`key_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`unit_id` integer NOT NULL,
	`survey_id` integer,
	`created_at` text NOT NULL,
	`created_by` integer,
	`expires_on` text,
	`revoked_at` text,
	`revoked_by` integer,
	`last_used_on` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_keyHash_unique` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE INDEX `api_keys_unit` ON `api_keys` (`unit_id`);--> statement-breakpoint
CREATE TABLE `improvements` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`said` text NOT NULL,
	`answer` text NOT NULL,
	`done` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` integer,
	`published_at` text,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `improvements_unit` ON `improvements` (`survey_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `task_documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`plan_year` integer NOT NULL,
	`task_number` integer NOT NULL,
	`product` text NOT NULL,
	`number` text NOT NULL,
	`issued_on` text NOT NULL,
	`note` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` integer,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_remarks` (
	`report_id` integer NOT NULL,
	`place` text NOT NULL,
	`text` text NOT NULL,
	`changed_at` text NOT NULL,
	`changed_by` integer,
	PRIMARY KEY(`report_id`, `place`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_snapshots` (
	`report_id` integer NOT NULL,
	`snapshot_id` integer NOT NULL,
	`previous` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`report_id`, `snapshot_id`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`plan_year` integer,
	`task_number` integer,
	`survey_id` integer,
	`unit_id` integer,
	`period` text,
	`head` text,
	`created_at` text NOT NULL,
	`created_by` integer,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_subject_unique` ON `reports` (`subject`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`snapshot_id` integer NOT NULL,
	`published_at` text NOT NULL,
	`published_by` integer,
	`note` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` integer,
	`withdrawal_note` text,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_standing` ON `publications` (`survey_id`) WHERE "publications"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `publications_snapshot` ON `publications` (`snapshot_id`);--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`taken_at` text NOT NULL,
	`taken_by` integer,
	`reason` text,
	`software` text NOT NULL,
	`responses` integer NOT NULL,
	`included_hash` text NOT NULL,
	`included` blob NOT NULL,
	`hash` text NOT NULL,
	`document` blob NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "snapshots_reason" CHECK("snapshots"."reason" is null or length(trim("snapshots"."reason")) > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_number` ON `snapshots` (`survey_id`,`number`);--> statement-breakpoint
ALTER TABLE `surveys` ADD `correction_reason` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `target_rate` real;--> statement-breakpoint
-- What a report or a publication names must stay what it was.
CREATE TRIGGER `snapshots_kept` BEFORE UPDATE ON `snapshots`
BEGIN
	SELECT RAISE(ABORT, 'a snapshot is never changed');
END;--> statement-breakpoint
CREATE TRIGGER `snapshots_not_removed` BEFORE DELETE ON `snapshots`
BEGIN
	SELECT RAISE(ABORT, 'a snapshot is never removed');
END;
