"""DAViCal: PHP behind nginx, on PostgreSQL."""
import shutil

import services

SITE = """server {{
listen 127.0.0.1:{port};
server_name 127.0.0.1;
root {root};
location /.well-known/ {{ rewrite ^/(.*)$ /caldav.php/$1 last; }}
location ~ ^(.+\\.php)(/.*)?$ {{
include /etc/nginx/fastcgi_params;
fastcgi_split_path_info ^(.+?\\.php)(/.*)$;
fastcgi_param PATH_INFO $fastcgi_path_info;
fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
fastcgi_pass unix:{php};
fastcgi_buffers 64 64k;
fastcgi_buffer_size 64k;
}}
}}"""


def start(server):
    database = services.Database(server)
    database.run("/usr/share/davical/dba/create-database.sh", "davical", "unused")
    database.tell("davical", f"""INSERT INTO dav_principal
(username, password, fullname, displayname, email, type_id, user_active, date_format_type)
VALUES ('{server.user}', '**{server.password}', 'Alice', 'Alice', 'alice@example.org', 1, true, 'E');""")
    # It reads its settings beside its own programs, where /etc has none.
    for part in ("htdocs", "inc", "locale"):
        shutil.copytree(f"/usr/share/davical/{part}", server.folder / "site" / part)
    server.write("site/config/config.php", f"""<?php
$c->pg_connect[] = "dbname=davical user=davical_app host={database.host} port={database.port}";
$c->system_name = "DAViCal"; $c->admin_email = "admin@example.org"; $c->enable_auto_schedule = false;
""")
    php = services.start_php(server)
    services.start_nginx(server, SITE.format(port=server.port, root=server.folder / "site/htdocs", php=php))
    server.wait(server.url + "caldav.php/")
