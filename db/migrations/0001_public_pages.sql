CREATE TABLE `kiosks` (
	`id` integer PRIMARY KEY NOT NULL,
	`point_id` integer NOT NULL,
	`label` text NOT NULL,
	`enrolment_hash` text,
	`enrolment_expires_at` text,
	`token_hash` text,
	`enrolled_at` text,
	`last_seen_at` text,
	`queue_length` integer,
	`revoked_at` text,
	`created_at` text NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kiosks_enrolmentHash_unique` ON `kiosks` (`enrolment_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `kiosks_tokenHash_unique` ON `kiosks` (`token_hash`);--> statement-breakpoint
CREATE INDEX `kiosks_point` ON `kiosks` (`point_id`);--> statement-breakpoint
CREATE TABLE `retired_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`point_id` integer NOT NULL,
	`reason` text NOT NULL,
	`retired_at` text NOT NULL,
	`retired_by` integer,
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`retired_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `retired_codes_point` ON `retired_codes` (`point_id`);--> statement-breakpoint
CREATE TABLE `unmet_visits` (
	`point_id` integer NOT NULL,
	`day` text NOT NULL,
	`outcome` text NOT NULL,
	`visits` integer NOT NULL,
	PRIMARY KEY(`point_id`, `day`, `outcome`),
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `response_reviews` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` integer NOT NULL,
	`point_id` integer NOT NULL,
	`day` text NOT NULL,
	`flag` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`responses` integer NOT NULL,
	`decided_at` text NOT NULL,
	`decided_by` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`point_id`) REFERENCES `collection_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `response_reviews_survey` ON `response_reviews` (`survey_id`);--> statement-breakpoint
ALTER TABLE `collection_points` ADD `revoked_at` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `received_at` text;--> statement-breakpoint
UPDATE `responses` SET `received_at` = `finished_at`;--> statement-breakpoint
ALTER TABLE `responses` ADD `notice_version` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `counted` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `responses_held` ON `responses` (`survey_id`,`point_id`) WHERE "responses"."counted" = 0;--> statement-breakpoint
ALTER TABLE `surveys` ADD `closed_at` text;