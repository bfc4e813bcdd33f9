import { Command } from 'commander';

/** For a program that takes no arguments: answers `--help`, and refuses anything else before it starts anything. */
export function noArguments(command: string, description: string): void {
  new Command(`${command} --`).description(description).showHelpAfterError().parse();
}
