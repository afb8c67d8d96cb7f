import { useText } from "~/i18n/use-text";
import { NOTICE_VERSION } from "~/responses/notice-version";

interface NoticeProps {
  ownerName: string;
  province: string;
  contact: string | null;
  /** Some questions cannot be skipped. */
  someRequired: boolean;
}

/** Who asks, why, that it is voluntary and anonymous, what is published: before the first question (Luật 91/2025/QH15). */
export function SurveyNotice({ ownerName, province, contact, someRequired }: NoticeProps) {
  const { notice } = useText();
  return (
    <section className="card about">
      <p>
        {notice.lead(ownerName)} {someRequired ? notice.pointsRequired : notice.points}
      </p>
      <details>
        <summary>{notice.more}</summary>
        <dl>
          <dt>{notice.who}</dt>
          <dd>{notice.whoText(ownerName, province)}</dd>
          <dt>{notice.why}</dt>
          <dd>{notice.whyText}</dd>
          <dt>{notice.voluntary}</dt>
          <dd>{notice.voluntaryText}</dd>
          <dt>{notice.anonymous}</dt>
          <dd>{notice.anonymousText}</dd>
          <dt>{notice.published}</dt>
          <dd>{notice.publishedText}</dd>
          <dt>{notice.kept}</dt>
          <dd>{notice.keptText}</dd>
          <dt>{notice.contact}</dt>
          <dd>
            {notice.contactText(ownerName)} {contact}
          </dd>
        </dl>
        <p className="soft">{notice.version(NOTICE_VERSION)}</p>
      </details>
    </section>
  );
}
