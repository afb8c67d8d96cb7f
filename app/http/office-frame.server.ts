import type { AppLoadContext } from "@remix-run/node";
import { isAllowed } from "~/access/roles";
import { type SignedIn, viewerOf } from "~/access/sign-in.server";
import type { Phrase } from "~/i18n/words";
import { countUnseenAlerts } from "~db/repositories/alerts";
import { readMark } from "~db/repositories/database-marks";

/** What the frame of an officers' page shows: province, name and role, the pages the role may open, simulated or not. */
export async function officeFrame({ database, settings }: AppLoadContext, account: SignedIn) {
  const mayLook = isAllowed(account.role, "see-results");
  const mayMonitor = isAllowed(account.role, "monitor-fieldwork");
  const unseen = mayMonitor ? await countUnseenAlerts(database, viewerOf(account)) : 0;
  const navigation: { to: string; label: Phrase; shown: boolean; count?: number }[] = [
    { to: "/surveys", label: "Đợt khảo sát", shown: mayLook },
    { to: "/interview", label: "Phỏng vấn", shown: isAllowed(account.role, "interview") },
    { to: "/questionnaires", label: "Mẫu phiếu", shown: mayLook },
    { to: "/units", label: "Đơn vị", shown: mayLook },
    { to: "/alerts", label: "Cảnh báo", shown: mayMonitor, count: unseen },
    { to: "/tasks", label: "Nhiệm vụ Phụ lục 03", shown: mayLook },
    { to: "/reports", label: "Báo cáo", shown: mayLook },
    { to: "/kiosks", label: "Máy tính bảng", shown: isAllowed(account.role, "run-kiosks") },
    { to: "/accounts", label: "Tài khoản", shown: isAllowed(account.role, "manage-accounts") },
  ];
  return {
    language: account.language,
    province: settings.province,
    account: { name: account.displayName, role: account.role },
    navigation: navigation.flatMap(({ shown, ...entry }) => (shown ? [entry] : [])),
    simulated: (await readMark(database, "simulated")) !== null,
  };
}
