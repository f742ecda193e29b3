/** A line of a `Menu`. */
export interface MenuItem {
  label: string;
  run: () => void;
  isDisabled?: boolean;
}
