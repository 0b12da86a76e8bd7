package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ManagementApi;
import dev.jackstaff.cli.installation.InstallationSettings;

/** A hub as a command has it: its API, and where the answers go. */
record Hub(ManagementApi api, Output output, InstallationSettings settings) {}
