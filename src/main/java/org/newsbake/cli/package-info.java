/** The command line: commands, exit codes, and all that is printed. */
package org.newsbake.cli;
