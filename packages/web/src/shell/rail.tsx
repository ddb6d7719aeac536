/** The way to every page: at the side, on a phone below. */
import { Menu, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BASE_URL } from "../api/place.ts";
import { shellQuery } from "../api/shell-query.ts";
import { showKeys } from "../keys/help.tsx";
import { openPalette } from "../palette/open-palette.ts";
import { IconKeyboard, IconLogout, IconSearch, IconSettings, IconUserCircle } from "../parts/icons.ts";
import { GROUPS, MAIN, PHONE, type Place } from "./places.ts";
import styles from "./shell.module.css";
import { useIsOpen } from "./use-places.ts";

const LOOK = { size: 20, stroke: 1.5, "aria-hidden": true } as const;

export function Rail() {
  const { t } = useTranslation();
  const isOpen = useIsOpen();
  const counts = useCounts();
  return (
    <nav className={styles["rail"]} aria-label={t("nav.label")}>
      <Link to="/" className={styles["brand"]} aria-label={t("product")}>
        <span aria-hidden="true" lang="ja">
          紅
        </span>
      </Link>
      {MAIN.filter(isOpen).map(({ path, word, Icon }) => (
        <Link
          key={path}
          to={path as "/"}
          className={styles["place"]}
          activeOptions={{ exact: path === "/" }}
          data-phone={PHONE.includes(word)}
        >
          <Icon {...LOOK} />
          <span>{t(`nav.${word}`)}</span>
          <Badge count={counts[word]} />
        </Link>
      ))}
      <UnstyledButton className={`${styles["place"]} ${styles["onlyPhone"]}`} data-phone onClick={() => openPalette()}>
        <IconSearch {...LOOK} />
        <span>{t("nav.search")}</span>
      </UnstyledButton>
      {GROUPS.map(({ word, Icon, places }) => {
        const open = places.filter(isOpen);
        return (
          open.length > 0 && (
            <Group key={word} name={t(`nav.${word}`)} icon={<Icon {...LOOK} />} places={open}>
              <Badge count={open.reduce((sum, place) => sum + (counts[place.word] ?? 0), 0)} />
            </Group>
          )
        );
      })}
      <You />
    </nav>
  );
}

function useCounts(): { readonly [word: string]: number | undefined } {
  const { data } = useQuery({ ...shellQuery, enabled: false });
  return { inbox: data?.inbox, importErrors: data?.importErrors };
}

function Badge({ count }: { readonly count: number | undefined }) {
  const { t } = useTranslation();
  if (count === undefined || count === 0) return null;
  return (
    <span className={styles["badge"]}>
      {count > 99 ? "99+" : count}
      <span className="visually-hidden"> {t("nav.waiting")}</span>
    </span>
  );
}

interface GroupProps {
  readonly name: string;
  readonly icon: ReactNode;
  readonly places: readonly Place[];
  readonly children: ReactNode;
}

function Group({ name, icon, places, children }: GroupProps) {
  const { t } = useTranslation();
  const counts = useCounts();
  return (
    <Menu position="right-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles["place"]}>
          {icon}
          <span>{name}</span>
          {children}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ path, word }) => (
          <Menu.Item key={path} component={Link} to={path} rightSection={<Badge count={counts[word]} />}>
            {t(`nav.${word}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function You() {
  const { t } = useTranslation();
  const { data } = useQuery({ ...shellQuery, enabled: false });
  return (
    <Menu position="right-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={`${styles["place"]} ${styles["you"]}`}>
          <IconUserCircle {...LOOK} />
          <span className={styles["who"]}>{data?.user.username ?? t("user.label")}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {data !== undefined && (
          <Menu.Label>
            {data.user.username} · {data.user.roles.join(", ")}
          </Menu.Label>
        )}
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} aria-hidden="true" />}>
          {t("nav.settings")}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden="true" />} onClick={showKeys}>
          {t("user.keys")}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={`${BASE_URL}/api/v2/auth/logout`}
          leftSection={<IconLogout size={16} aria-hidden="true" />}
        >
          {t("user.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
