/** One item of a `Menu`. */
export interface MenuItem {
  label: string;
  run: () => void;
  isDisabled?: boolean;
}
