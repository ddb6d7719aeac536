/** The icons that are used, each from its own file: the whole set is thousands. */
export { default as IconCheck } from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
export { default as IconChevronDown } from "@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs";
export { default as IconChevronRight } from "@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs";
export { default as IconCopy } from "@tabler/icons-react/dist/esm/icons/IconCopy.mjs";
export { default as IconHome } from "@tabler/icons-react/dist/esm/icons/IconHome.mjs";
export { default as IconListDetails } from "@tabler/icons-react/dist/esm/icons/IconListDetails.mjs";
export { default as IconPlayerPlay } from "@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs";
export { default as IconX } from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
