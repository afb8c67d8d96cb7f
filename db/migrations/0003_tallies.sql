CREATE TABLE `day_tallies` (
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`channel` text NOT NULL,
	`day` text NOT NULL,
	`persons` integer NOT NULL,
	`answers` integer NOT NULL,
	`satisfied` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `unit_id`, `channel`, `day`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`channel` text NOT NULL,
	`counted` integer NOT NULL,
	`sums` blob NOT NULL,
	`numbers` text NOT NULL,
	PRIMARY KEY(`survey_id`, `unit_id`, `channel`, `counted`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tally_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`response_sequence` integer NOT NULL,
	`times` integer NOT NULL,
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`channel` text NOT NULL,
	`counted` integer NOT NULL,
	`finished_at` text NOT NULL,
	`packed` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tally_changes_survey` ON `tally_changes` (`survey_id`);--> statement-breakpoint
CREATE TABLE `tally_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`folded` integer NOT NULL,
	`generation` integer NOT NULL,
	`format` integer NOT NULL,
	`time_zone` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `tally_state` (`id`, `folded`, `generation`, `format`, `time_zone`) VALUES (1, 0, 0, 0, '');
--> statement-breakpoint
CREATE TRIGGER `responses_changed` AFTER UPDATE OF `survey_id`, `unit_id`, `channel`, `finished_at`, `packed`, `counted` ON `responses`
BEGIN
	INSERT INTO `tally_changes` (`response_sequence`, `times`, `survey_id`, `unit_id`, `channel`, `counted`, `finished_at`, `packed`)
	VALUES (old.`id`, -1, old.`survey_id`, old.`unit_id`, old.`channel`, old.`counted`, old.`finished_at`, old.`packed`),
		(new.`id`, 1, new.`survey_id`, new.`unit_id`, new.`channel`, new.`counted`, new.`finished_at`, new.`packed`);
END;
--> statement-breakpoint
CREATE TRIGGER `responses_removed` AFTER DELETE ON `responses`
BEGIN
	INSERT INTO `tally_changes` (`response_sequence`, `times`, `survey_id`, `unit_id`, `channel`, `counted`, `finished_at`, `packed`)
	VALUES (old.`id`, -1, old.`survey_id`, old.`unit_id`, old.`channel`, old.`counted`, old.`finished_at`, old.`packed`);
END;
