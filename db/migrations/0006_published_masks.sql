CREATE TABLE `published_masks` (
	`survey_id` integer NOT NULL,
	`part` text NOT NULL,
	`batch` integer NOT NULL,
	`sign` text NOT NULL,
	`masks` text NOT NULL,
	PRIMARY KEY(`survey_id`, `part`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
