[description]
Notifies webhooks of what is pushed to, pulled from and deleted in the registries among the ee10 web applications.

[environment]
ee10

[depend]
ee10-annotations

[lib]
lib/registry-notifications/*.jar

[files]
lib/registry-notifications/
